package main

import (
	"context"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

type told struct {
	Body struct {
		Value any `json:"value"`
	}
}

func tellTyped(value any) (*told, error) {
	answer := &told{}
	answer.Body.Value = value
	return answer, nil
}

// A route for each of huma's bindings of one type.
func bindScalar[T any](api huma.API, kind string) {
	huma.Get(api, "/huma/query/"+kind, func(_ context.Context, in *struct {
		P T `query:"p" required:"true"`
	}) (*told, error) {
		return tellTyped(in.P)
	})
	huma.Get(api, "/huma/path/"+kind+"/{p}", func(_ context.Context, in *struct {
		P T `path:"p"`
	}) (*told, error) {
		return tellTyped(in.P)
	})
	bindHeaderAndForm[T](api, kind)
	huma.Get(api, "/huma/cookie/"+kind, func(_ context.Context, in *struct {
		P T `cookie:"p" required:"true"`
	}) (*told, error) {
		return tellTyped(in.P)
	})
}

func bindList[T any](api huma.API, kind string) {
	huma.Get(api, "/huma/query/"+kind, func(_ context.Context, in *struct {
		P []T `query:"p" required:"true"`
	}) (*told, error) {
		return tellTyped(in.P)
	})
	huma.Get(api, "/huma/query-explode/"+kind, func(_ context.Context, in *struct {
		P []T `query:"p,explode" required:"true"`
	}) (*told, error) {
		return tellTyped(in.P)
	})
	bindHeaderAndForm[[]T](api, kind)
}

func bindHeaderAndForm[T any](api huma.API, kind string) {
	huma.Get(api, "/huma/header/"+kind, func(_ context.Context, in *struct {
		P T `header:"X-P" required:"true"`
	}) (*told, error) {
		return tellTyped(in.P)
	})
	huma.Post(api, "/huma/form/"+kind, func(_ context.Context, in *struct {
		RawBody huma.MultipartFormFiles[struct {
			P T `form:"p" required:"true"`
		}]
	}) (*told, error) {
		return tellTyped(in.RawBody.Data().P)
	})
}

func bindDeep[T any](api huma.API, kind string) {
	huma.Get(api, "/huma/query-deep/"+kind, func(_ context.Context, in *struct {
		P T `query:"p,deepObject" required:"true"`
	}) (*told, error) {
		return tellTyped(in.P)
	})
}

func toldFile(in huma.FormFile) (file, error) {
	content, problem := io.ReadAll(in)
	return fileOf(in.Filename, in.ContentType, content), problem
}

func serveHuma(mux *http.ServeMux) {
	config := huma.DefaultConfig("What huma reads", "1.0.0")
	config.CreateHooks = nil
	api := humago.New(mux, config)
	bindScalar[string](api, "string")
	bindScalar[int](api, "integer")
	bindScalar[float64](api, "number")
	bindScalar[bool](api, "boolean")
	bindList[string](api, "strings")
	bindList[int](api, "integers")
	bindDeep[map[string]int](api, "object")
	bindDeep[map[string]string](api, "special")
	huma.Post(api, "/huma/form/file", func(_ context.Context, in *struct {
		RawBody huma.MultipartFormFiles[struct {
			P huma.FormFile `form:"p" required:"true"`
		}]
	}) (*told, error) {
		value, problem := toldFile(in.RawBody.Data().P)
		if problem != nil {
			return nil, problem
		}
		return tellTyped(value)
	})
	huma.Post(api, "/huma/form/files", func(_ context.Context, in *struct {
		RawBody huma.MultipartFormFiles[struct {
			P []huma.FormFile `form:"p" required:"true"`
		}]
	}) (*told, error) {
		values := []file{}
		for _, one := range in.RawBody.Data().P {
			value, problem := toldFile(one)
			if problem != nil {
				return nil, problem
			}
			values = append(values, value)
		}
		return tellTyped(values)
	})
}
