package main

import (
	"errors"
	"net/http"
	"reflect"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/runtime"
)

// A struct with one field p, as oapi-codegen writes for the body.
func readFormByRuntime(r *http.Request, body *openapi3.RequestBody) (any, error) {
	if problem := r.ParseMultipartForm(1 << 20); problem != nil && !errors.Is(problem, http.ErrNotMultipart) {
		return nil, problem
	}
	for _, content := range body.Content {
		schema := content.Schema.Value.Properties["p"].Value
		field := reflect.StructField{
			Name: "P",
			Type: reflect.TypeOf(destinationFor(schema)).Elem(),
			Tag:  `json:"p" form:"p"`,
		}
		target := reflect.New(reflect.StructOf([]reflect.StructField{field}))
		encodings := map[string]runtime.RequestBodyEncoding{}
		for name, encoding := range content.Encoding {
			explode := encoding.Explode
			encodings[name] = runtime.RequestBodyEncoding{Style: encoding.Style, Explode: explode}
			if strings.Contains(encoding.ContentType, "json") {
				encodings[name] = runtime.RequestBodyEncoding{ContentType: encoding.ContentType}
			}
		}
		form, files := r.PostForm, r.MultipartForm
		if files != nil {
			form = files.Value
		}
		problem := runtime.BindForm(target.Interface(), form, nil, encodings)
		return target.Elem().Field(0).Interface(), problem
	}
	return nil, errAbsent
}
