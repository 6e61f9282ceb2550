package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/url"
	"sync"
	"time"
)

const (
	headerBytes     = 16
	maxMessageBytes = 48_000_000
	opMsg           = 2013
	moreToCome      = 2
	graceForAnswer  = time.Second
	writeBatchSize  = 50
)

// Where the server's greeting says how many writes a command may hold: a BSON int32 follows.
var writeBatchField = []byte("\x10maxWriteBatchSize\x00")

// relay passes each client's commands to the database, one command at a time over all clients, until the context ends.
//
// MongoDB promises that the update of a document is atomic. FerretDB 1.24 reads the document, changes it and writes it back without a transaction
// around the three, so two clients that add to one counter lose an addition or receive SQLITE_BUSY. One command at a time keeps the promise.
func relay(ctx context.Context, listener net.Listener, databaseURI string) {
	database, err := url.Parse(databaseURI)
	if err != nil {
		panic(err)
	}
	var turn sync.Mutex
	var clients sync.WaitGroup
	context.AfterFunc(ctx, func() { listener.Close() })
	for {
		client, err := listener.Accept()
		if err != nil {
			clients.Wait()
			return
		}
		clients.Add(1)
		go func() {
			defer clients.Done()
			defer client.Close()
			server, err := net.Dial("tcp", database.Host)
			if err != nil {
				return
			}
			defer server.Close()
			// At the end the command in progress still gets its answer, but no other is read.
			defer context.AfterFunc(ctx, func() {
				client.SetReadDeadline(time.Now())
				client.SetWriteDeadline(time.Now().Add(graceForAnswer))
			})()
			for exchange(&turn, client, server) == nil {
			}
		}()
	}
}

// exchange passes on one command and its answer. The turn is held only while the database works: a client that is slow to send or to read, or that
// was stopped, holds up nobody else.
func exchange(turn *sync.Mutex, client, server net.Conn) error {
	command, err := readMessage(client)
	if err != nil {
		return err
	}
	turn.Lock()
	var answer []byte
	if _, err = server.Write(command); err == nil {
		answer, err = readMessage(server)
	}
	turn.Unlock()
	// FerretDB answers a command that asked for no answer too.
	if err != nil || wantsNoAnswer(command) {
		return err
	}
	limitWriteBatch(answer)
	_, err = client.Write(answer)
	return err
}

// limitWriteBatch makes drivers send bulk writes in small commands: FerretDB 1.24 holds one of its 100 SQLite connections for each document that
// an update command matches, until the command ends, and waits for ever when none is left.
func limitWriteBatch(answer []byte) {
	if at := bytes.Index(answer, writeBatchField); at >= 0 && at+len(writeBatchField)+4 <= len(answer) {
		binary.LittleEndian.PutUint32(answer[at+len(writeBatchField):], writeBatchSize)
	}
}

func readMessage(from io.Reader) ([]byte, error) {
	header := make([]byte, headerBytes)
	if _, err := io.ReadFull(from, header); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(header)
	if size < headerBytes || size > maxMessageBytes {
		return nil, errors.New("not a message of MongoDB's protocol")
	}
	message := make([]byte, size)
	copy(message, header)
	_, err := io.ReadFull(from, message[headerBytes:])
	return message, err
}

func wantsNoAnswer(command []byte) bool {
	return len(command) >= headerBytes+4 &&
		binary.LittleEndian.Uint32(command[12:]) == opMsg &&
		binary.LittleEndian.Uint32(command[headerBytes:])&moreToCome != 0
}
