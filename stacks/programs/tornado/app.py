"""Tornado with a signed cookie, the authenticated decorator and xsrf_cookies."""
import asyncio
import os

import tornado.web

passwords = {"ada": "toy-teapot", "grace": "toy-kettle"}
configured = os.environ["VARIANT"] == "configured"


class Base(tornado.web.RequestHandler):
    def get_current_user(self):
        name = self.get_secure_cookie("user")
        return name.decode() if name else None

    if configured:

        def prepare(self):
            if not self.current_user and self.request.path != "/login":
                self.set_header("WWW-Authenticate", 'Session realm="api"')
                self.set_status(401)
                self.finish("Log in first.\n")


class Private(Base):
    @tornado.web.authenticated
    def get(self):
        self.write("Come in.\n")

    if configured:

        def head(self):
            self.get()


class Admin(Base):
    @tornado.web.authenticated
    def get(self):
        if self.current_user != "ada":
            raise tornado.web.HTTPError(403)
        self.write("Come in.\n")


class Hidden(Base):
    @tornado.web.authenticated
    def get(self):
        if self.current_user != "ada":
            raise tornado.web.HTTPError(404)
        self.write("Come in.\n")


class Login(Base):
    def get(self):
        self.write('<form method="post">' + self.xsrf_form_html() + "</form>")

    def post(self):
        name = self.get_argument("username")
        if passwords.get(name) != self.get_argument("password"):
            raise tornado.web.HTTPError(401)
        self.set_secure_cookie("user", name)
        self.redirect("/private")


class Transfer(Base):
    @tornado.web.authenticated
    def post(self):
        self.write("Done.\n")


async def main():
    routes = [("/private", Private), ("/admin", Admin), ("/hidden", Hidden), ("/login", Login), ("/transfer", Transfer)]
    app = tornado.web.Application(routes, cookie_secret="toy-cookie-secret", login_url="/login", xsrf_cookies=True)
    app.listen(int(os.environ["PORT"]), "127.0.0.1")
    await asyncio.Event().wait()


asyncio.run(main())
