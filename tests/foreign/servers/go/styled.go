package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/oapi-codegen/runtime"
)

// The description that the harness sends with its request.
func documentOf(r *http.Request) (*openapi3.T, error) {
	text, problem := base64.StdEncoding.DecodeString(r.Header.Get("X-Cell"))
	if problem != nil {
		return nil, problem
	}
	return openapi3.NewLoader().LoadFromData(text)
}

func serveStyled(mux *http.ServeMux) {
	kin := func(w http.ResponseWriter, r *http.Request) {
		value, problem := readByKin(r)
		tell(w, value, problem)
	}
	mux.HandleFunc("/kin", kin)
	mux.HandleFunc("/kin/{p}", kin)
	oapi := func(w http.ResponseWriter, r *http.Request) {
		value, problem := readByRuntime(r)
		tell(w, value, problem)
	}
	mux.HandleFunc("/oapi", oapi)
	mux.HandleFunc("/oapi/{p}", oapi)
}

// What kin-openapi decodes is seen only by its validation: a schema that nothing fits makes it tell the value.
func readByKin(r *http.Request) (any, error) {
	document, problem := documentOf(r)
	if problem != nil {
		return nil, problem
	}
	router, problem := gorillamux.NewRouter(document)
	if problem != nil {
		return nil, problem
	}
	route, pathParameters, problem := router.FindRoute(r)
	if problem != nil {
		return nil, problem
	}
	var schema *openapi3.Schema
	if route.Operation.RequestBody != nil {
		for _, content := range route.Operation.RequestBody.Value.Content {
			schema = content.Schema.Value.Properties["p"].Value
		}
	} else {
		parameter := route.Operation.Parameters[0].Value
		if parameter.Schema != nil {
			schema = parameter.Schema.Value
		} else {
			for _, content := range parameter.Content {
				schema = content.Schema.Value
			}
		}
	}
	schema.Enum = []any{"nothing that anybody sends"}
	input := &openapi3filter.RequestValidationInput{Request: r, PathParams: pathParameters, Route: route}
	problem = openapi3filter.ValidateRequest(r.Context(), input)
	var complaint *openapi3.SchemaError
	if errors.As(problem, &complaint) && complaint.SchemaField == "enum" {
		return complaint.Value, nil
	}
	if problem == nil {
		return nil, errAbsent
	}
	return nil, problem
}

// The Go type that oapi-codegen writes for a schema of the matrix.
func destinationFor(schema *openapi3.Schema) any {
	switch {
	case schema.Type.Is("integer"):
		return new(int)
	case schema.Type.Is("number"):
		return new(float64)
	case schema.Type.Is("boolean"):
		return new(bool)
	case schema.Type.Is("array") && schema.Items.Value.Type.Is("integer"):
		return &[]int{}
	case schema.Type.Is("array"):
		return &[]string{}
	case schema.Type.Is("object") && schema.Properties["R"] != nil:
		return &colour{}
	case schema.Type.Is("object"):
		return &special{}
	}
	return new(string)
}

func readByRuntime(r *http.Request) (any, error) {
	document, problem := documentOf(r)
	if problem != nil {
		return nil, problem
	}
	var operation *openapi3.Operation
	for _, item := range document.Paths.Map() {
		for _, one := range item.Operations() {
			operation = one
		}
	}
	if operation.RequestBody != nil {
		return readFormByRuntime(r, operation.RequestBody.Value)
	}
	parameter := operation.Parameters[0].Value
	if parameter.Content != nil {
		return readContent(r, parameter)
	}
	destination := destinationFor(parameter.Schema.Value)
	explode := parameter.Explode != nil && *parameter.Explode
	if parameter.In == "query" {
		if parameter.Style == "deepObject" {
			problem = runtime.BindQueryParameter(parameter.Style, explode, true, parameter.Name, r.URL.Query(), destination)
		} else {
			problem = runtime.BindRawQueryParameter(parameter.Style, explode, true, parameter.Name, r.URL.RawQuery, destination)
		}
		return reflect.ValueOf(destination).Elem().Interface(), problem
	}
	text, location, problem := textOf(r, parameter)
	if problem != nil {
		return nil, problem
	}
	problem = runtime.BindStyledParameterWithOptions(parameter.Style, parameter.Name, text, destination,
		runtime.BindStyledParameterOptions{ParamLocation: location, Explode: explode, Required: true})
	return reflect.ValueOf(destination).Elem().Interface(), problem
}

// Where oapi-codegen's wrappers for net/http find a parameter's text.
func textOf(r *http.Request, parameter *openapi3.Parameter) (string, runtime.ParamLocation, error) {
	switch parameter.In {
	case "path":
		_, raw, _ := strings.Cut(r.URL.EscapedPath(), "/oapi/")
		return raw, runtime.ParamLocationPath, nil
	case "header":
		values := r.Header.Values(parameter.Name)
		if len(values) != 1 {
			return "", 0, fmt.Errorf("expected one value, got %d", len(values))
		}
		return values[0], runtime.ParamLocationHeader, nil
	}
	cookie, problem := r.Cookie(parameter.Name)
	if problem != nil {
		return "", 0, problem
	}
	return cookie.Value, runtime.ParamLocationCookie, nil
}

// The wrappers read a parameter with content as JSON, whose text net/http has decoded.
func readContent(r *http.Request, parameter *openapi3.Parameter) (any, error) {
	text := r.URL.Query().Get(parameter.Name)
	if parameter.In == "path" {
		text = r.PathValue("p")
	}
	if parameter.In == "header" || parameter.In == "cookie" {
		found, _, problem := textOf(r, parameter)
		if problem != nil {
			return nil, problem
		}
		text = found
	}
	var value any
	problem := json.Unmarshal([]byte(text), &value)
	return value, problem
}
