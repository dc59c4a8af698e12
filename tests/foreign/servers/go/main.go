// Go's net/http, huma, kin-openapi and the runtime of oapi-codegen say what they read, and send what they write.
//
//	judge serve PORT     an answer is {"value": ...}, or a status of 400 and more where the request is refused
//	judge send ADDRESS   one request for each line of standard input
package main

import (
	"encoding/base64"
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type colour struct {
	R int `json:"R"`
	G int `json:"G"`
	B int `json:"B"`
}

type special struct {
	Dashed      string `json:"x-y"`
	Constructor string `json:"constructor"`
	Dotted      string `json:"a.b,omitempty"`
	Accented    string `json:"é,omitempty"`
}

type file struct {
	Filename string `json:"filename"`
	Type     string `json:"type"`
	Base64   string `json:"base64"`
}

func fileOf(name, mediaType string, content []byte) file {
	return file{name, mediaType, base64.StdEncoding.EncodeToString(content)}
}

func tell(w http.ResponseWriter, value any, problem error) {
	w.Header().Set("Content-Type", "application/json")
	if problem != nil {
		w.WriteHeader(http.StatusBadRequest)
		json.NewEncoder(w).Encode(map[string]string{"refused": problem.Error()})
		return
	}
	json.NewEncoder(w).Encode(map[string]any{"value": value})
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("judge serve PORT | judge send ADDRESS")
	}
	if os.Args[1] == "send" {
		send(os.Args[2], os.Stdin)
		return
	}
	mux := http.NewServeMux()
	serveNetHTTP(mux)
	serveHuma(mux)
	serveStyled(mux)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[2], mux))
}
