package main

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
)

var errAbsent = errors.New("absent")

// One text, or all texts of a name: net/http knows no types.
func pick(values []string, kind string) (any, error) {
	if len(values) == 0 {
		return nil, errAbsent
	}
	if kind == "strings" || kind == "integers" {
		return values, nil
	}
	return values[0], nil
}

func pickObject(values url.Values, kind string) (any, error) {
	names := []string{"R", "G", "B"}
	if kind == "special" {
		names = []string{"x-y", "constructor", "a.b", "é"}
	}
	object := map[string]string{}
	for _, name := range names {
		if !values.Has(name) {
			return nil, errAbsent
		}
		object[name] = values.Get(name)
	}
	return object, nil
}

func serveNetHTTP(mux *http.ServeMux) {
	mux.HandleFunc("GET /net/query/{kind}", func(w http.ResponseWriter, r *http.Request) {
		kind := r.PathValue("kind")
		query, problem := url.ParseQuery(r.URL.RawQuery)
		if problem != nil {
			tell(w, nil, problem)
			return
		}
		if kind == "object" || kind == "special" {
			value, absent := pickObject(query, kind)
			tell(w, value, absent)
			return
		}
		value, absent := pick(query["p"], kind)
		tell(w, value, absent)
	})
	mux.HandleFunc("GET /net/path/{kind}/{p}", func(w http.ResponseWriter, r *http.Request) {
		tell(w, r.PathValue("p"), nil)
	})
	mux.HandleFunc("GET /net/header/{kind}", func(w http.ResponseWriter, r *http.Request) {
		value, absent := pick(r.Header.Values("X-P"), r.PathValue("kind"))
		tell(w, value, absent)
	})
	mux.HandleFunc("GET /net/cookie/{kind}", func(w http.ResponseWriter, r *http.Request) {
		cookie, problem := r.Cookie("p")
		if problem != nil {
			tell(w, nil, problem)
			return
		}
		tell(w, cookie.Value, nil)
	})
	mux.HandleFunc("POST /net/form/{kind}", func(w http.ResponseWriter, r *http.Request) {
		kind := r.PathValue("kind")
		problem := r.ParseMultipartForm(1 << 20)
		if problem != nil && !errors.Is(problem, http.ErrNotMultipart) {
			tell(w, nil, problem)
			return
		}
		if kind == "file" || kind == "files" {
			value, refused := pickFiles(r.MultipartForm, kind)
			tell(w, value, refused)
			return
		}
		value, absent := pick(r.PostForm["p"], kind)
		tell(w, value, absent)
	})
}

func pickFiles(form *multipart.Form, kind string) (any, error) {
	if form == nil || len(form.File["p"]) == 0 {
		return nil, errAbsent
	}
	files := []file{}
	for _, header := range form.File["p"] {
		opened, problem := header.Open()
		if problem != nil {
			return nil, problem
		}
		content, problem := io.ReadAll(opened)
		if problem != nil {
			return nil, problem
		}
		files = append(files, fileOf(header.Filename, header.Header.Get("Content-Type"), content))
	}
	if kind == "files" {
		return files, nil
	}
	return files[0], nil
}
