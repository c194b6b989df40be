# Rails with passwords and tokens, as ActionController::HttpAuthentication brings them, and a login by session.
require 'rails'
require 'action_controller/railtie'

class App < Rails::Application
  config.load_defaults 6.1
  config.eager_load = false
  config.secret_key_base = 'toy-secret-key-base-that-opens-nothing-else-0123456789'
  config.consider_all_requests_local = false
  config.logger = Logger.new(nil)
  config.paths['public'] = [File.join(__dir__, 'public')]
  config.hosts.clear
  config.session_store :cookie_store, key: 'session'
  routes.append do
    get '/private', to: 'doors#open'
    get '/admin', to: 'doors#admin'
    get '/hidden', to: 'doors#hidden'
    get '/login', to: 'logins#form'
    post '/login', to: 'logins#create'
    post '/transfer', to: 'transfers#create'
  end
end

PASSWORDS = { 'ada' => 'toy-teapot', 'grace' => 'toy-kettle' }.freeze
TOKENS = { 'ada-toy-token' => 'ada', 'grace-toy-token' => 'grace' }.freeze

class DoorsController < ActionController::Base
  include ActionController::HttpAuthentication::Token::ControllerMethods
  before_action :authenticate

  def open
    render plain: "Come in.\n"
  end

  def admin
    @user == 'ada' ? open : head(:forbidden)
  end

  def hidden
    @user == 'ada' ? open : head(:not_found)
  end

  private

  def authenticate
    if ENV['VARIANT'] == 'token'
      authenticate_or_request_with_http_token { |token, _| @user = TOKENS[token] }
    else
      authenticate_or_request_with_http_basic { |name, password| PASSWORDS.fetch(name, '') == password && @user = name }
    end
  end
end

class LoginsController < ActionController::Base
  def form
    render inline: '<%= form_with(url: "/login") { |f| } %>'
  end

  def create
    return head(:unauthorized) unless PASSWORDS.fetch(params[:username], '') == params[:password]

    reset_session
    session[:user] = params[:username]
    redirect_to '/private'
  end
end

class TransfersController < ActionController::Base
  def create
    session[:user] ? render(plain: "Done.\n") : head(:unauthorized)
  end
end

App.initialize!
