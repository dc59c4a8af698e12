package main

import "io"

func send(address string, lines io.Reader) {}
