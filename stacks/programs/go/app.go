// Go's net/http with BasicAuth of the request, as the examples of its documentation do it.
package main

import (
	"crypto/subtle"
	"fmt"
	"net/http"
	"os"
)

var passwords = map[string]string{"ada": "toy-teapot", "grace": "toy-kettle"}

func known(next func(http.ResponseWriter, string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name, password, ok := r.BasicAuth()
		if !ok || passwords[name] == "" || subtle.ConstantTimeCompare([]byte(passwords[name]), []byte(password)) != 1 {
			if os.Getenv("VARIANT") == "configured" {
				w.Header().Set("WWW-Authenticate", `Basic realm="api", charset="UTF-8"`)
			}
			http.Error(w, "Unauthorized", http.StatusUnauthorized)
			return
		}
		if os.Getenv("VARIANT") == "configured" && r.Method != "GET" && r.Method != "HEAD" {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "Method Not Allowed", http.StatusMethodNotAllowed)
			return
		}
		next(w, name)
	}
}

func welcome(w http.ResponseWriter) { fmt.Fprintln(w, "Come in.") }

func main() {
	http.HandleFunc("/private", known(func(w http.ResponseWriter, _ string) { welcome(w) }))
	http.HandleFunc("/admin", known(func(w http.ResponseWriter, name string) {
		if name != "ada" {
			http.Error(w, "Forbidden", http.StatusForbidden)
			return
		}
		welcome(w)
	}))
	http.HandleFunc("/hidden", known(func(w http.ResponseWriter, name string) {
		if name != "ada" {
			http.Error(w, "Not Found", http.StatusNotFound)
			return
		}
		welcome(w)
	}))
	panic(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
