# Sinatra with the helper for passwords that its documentation shows.
require 'sinatra/base'

class App < Sinatra::Base
  set :environment, :production
  set :host_authorization, { permitted_hosts: [] } if respond_to?(:host_authorization)

  PASSWORDS = { 'ada' => 'toy-teapot', 'grace' => 'toy-kettle' }.freeze

  helpers do
    def protected!
      return if authorized?

      headers['WWW-Authenticate'] = 'Basic realm="Restricted Area"'
      halt 401, "Not authorized\n"
    end

    def authorized?
      @auth ||= Rack::Auth::Basic::Request.new(request.env)
      @auth.provided? and @auth.basic? and @auth.credentials and PASSWORDS.fetch(@auth.username, '') == @auth.credentials[1]
    end
  end

  get '/private' do
    protected!
    "Come in.\n"
  end

  get '/admin' do
    protected!
    halt 403, "Not yours\n" unless @auth.username == 'ada'
    "Come in.\n"
  end

  get '/hidden' do
    protected!
    halt 404 unless @auth.username == 'ada'
    "Come in.\n"
  end

  if ENV['VARIANT'] == 'configured'
    %w[/private /admin /hidden].each do |path|
      put(path) { [405, { 'Allow' => 'GET, HEAD' }, "Not here\n"] }
      options(path) { [204, { 'Allow' => 'GET, HEAD' }, []] }
    end
  end
end
