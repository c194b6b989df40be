// chi with its BasicAuth middleware.
package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/go-chi/chi"
	"github.com/go-chi/chi/middleware"
)

func welcome(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "Come in.") }

func only(name string, status int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if user, _, _ := r.BasicAuth(); user != name {
			http.Error(w, http.StatusText(status), status)
			return
		}
		welcome(w, r)
	}
}

func main() {
	r := chi.NewRouter()
	if os.Getenv("VARIANT") == "configured" {
		r.Use(middleware.GetHead)
		r.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Allow", "GET, HEAD")
			w.WriteHeader(http.StatusMethodNotAllowed)
		})
	}
	r.Use(middleware.BasicAuth("api", map[string]string{"ada": "toy-teapot", "grace": "toy-kettle"}))
	r.Get("/private", welcome)
	r.Get("/admin", only("ada", http.StatusForbidden))
	r.Get("/hidden", only("ada", http.StatusNotFound))
	panic(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), r))
}
