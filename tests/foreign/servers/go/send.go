package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"net/url"
	"strings"

	"github.com/oapi-codegen/runtime"
)

type order struct {
	Path, Library, Place, How, Style, Kind, Name string
	Explode                                      bool
	Value                                        any
}

// A line of JSON for each request.
func send(address string, lines io.Reader) {
	scanner := bufio.NewScanner(lines)
	for scanner.Scan() {
		var told order
		decoder := json.NewDecoder(bytes.NewReader(scanner.Bytes()))
		decoder.UseNumber()
		if problem := decoder.Decode(&told); problem != nil {
			log.Fatal(problem)
		}
		write := requestOf
		if told.Library == "oapi-codegen" {
			write = styledRequestOf
		}
		request, problem := write(address+told.Path, told)
		if problem != nil {
			log.Fatalf("%v: %v", told, problem)
		}
		answer, problem := http.DefaultClient.Do(request)
		if problem != nil {
			log.Fatal(problem)
		}
		answer.Body.Close()
	}
}

func textOfValue(value any) string {
	if text, ok := value.(string); ok {
		return text
	}
	written, _ := json.Marshal(value)
	return string(written)
}

func valuesOf(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	return []any{value}
}

func encodeValues(told order) string {
	values := url.Values{}
	if object, ok := told.Value.(map[string]any); ok {
		for name, item := range object {
			values.Add(name, textOfValue(item))
		}
		return values.Encode()
	}
	for _, item := range valuesOf(told.Value) {
		values.Add(told.Name, textOfValue(item))
	}
	return values.Encode()
}

// By net/url, net/http and mime/multipart alone.
func requestOf(address string, told order) (*http.Request, error) {
	switch told.Place {
	case "urlencoded":
		request, problem := http.NewRequest("POST", address, strings.NewReader(encodeValues(told)))
		if problem == nil {
			request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		return request, problem
	case "multipart":
		return partsOf(address, told)
	case "query":
		address += "?" + encodeValues(told)
	case "path":
		address += "/" + url.PathEscape(textOfValue(told.Value))
	}
	request, problem := http.NewRequest("GET", address, nil)
	if problem != nil {
		return nil, problem
	}
	if told.Place == "header" {
		for _, item := range valuesOf(told.Value) {
			request.Header.Add(told.Name, textOfValue(item))
		}
	}
	if told.Place == "cookie" {
		request.AddCookie(&http.Cookie{Name: told.Name, Value: textOfValue(told.Value)})
	}
	return request, nil
}

func partsOf(address string, told order) (*http.Request, error) {
	body := &bytes.Buffer{}
	writer := multipart.NewWriter(body)
	for _, item := range valuesOf(told.Value) {
		part, problem := partFor(writer, told, item)
		if problem != nil {
			return nil, problem
		}
		io.WriteString(part, textOfValue(item))
	}
	writer.Close()
	request, problem := http.NewRequest("POST", address, body)
	if problem == nil {
		request.Header.Set("Content-Type", writer.FormDataContentType())
	}
	return request, problem
}

func partFor(writer *multipart.Writer, told order, item any) (io.Writer, error) {
	if told.Kind == "file" || told.Kind == "files" {
		return writer.CreateFormFile(told.Name, "blue ü.txt")
	}
	if _, ok := item.(map[string]any); ok {
		header := textproto.MIMEHeader{}
		header.Set("Content-Disposition", fmt.Sprintf("form-data; name=%q", told.Name))
		header.Set("Content-Type", "application/json")
		return writer.CreatePart(header)
	}
	return writer.CreateFormField(told.Name)
}

// By what clients that oapi-codegen writes call.
func styledRequestOf(address string, told order) (*http.Request, error) {
	locations := map[string]runtime.ParamLocation{
		"path": runtime.ParamLocationPath, "query": runtime.ParamLocationQuery,
		"header": runtime.ParamLocationHeader, "cookie": runtime.ParamLocationCookie,
	}
	options := runtime.StyleParamOptions{ParamLocation: locations[told.Place], Required: true,
		AllowReserved: strings.Contains(told.How, "allowReserved")}
	text, problem := runtime.StyleParamWithOptions(told.Style, told.Explode, told.Name, told.Value, options)
	if problem != nil {
		return nil, problem
	}
	if told.Place == "path" {
		address += "/" + text
	}
	if told.Place == "query" {
		address += "?" + text
	}
	request, problem := http.NewRequest("GET", address, nil)
	if problem != nil {
		return nil, problem
	}
	if told.Place == "header" {
		request.Header.Set(told.Name, text)
	}
	if told.Place == "cookie" {
		request.AddCookie(&http.Cookie{Name: told.Name, Value: text})
	}
	return request, nil
}
