// Command mongodb-server is a server for tests that speaks MongoDB's protocol and keeps its data in SQLite files: FerretDB, embedded.
//
//	mongodb-server DATA_FOLDER ADDRESS
//
// ADDRESS is host:port; port 0 takes a free one. The MongoDB URI it listens on is the one line of its standard output, printed once connections are
// accepted. It serves until SIGTERM or SIGINT, lets the command in progress end, closes its files and exits with 0. A wrong argument is one line on
// standard error and exit code 1. An acknowledged write survives SIGKILL of the process (not a loss of power: SQLite's synchronous=normal).
// Nothing leaves the machine: the embedded FerretDB creates no telemetry reporter and locks its telemetry to "off".
package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if err := serve(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "mongodb-server:", err)
		os.Exit(1)
	}
}

func serve(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("received %d arguments; it takes two: the data folder and the address to listen on, such as 127.0.0.1:0", len(args))
	}
	stopped, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	listener, err := net.Listen("tcp", args[1])
	if err != nil {
		return fmt.Errorf("cannot listen on %q: %w", args[1], err)
	}
	if err := os.MkdirAll(args[0], 0o755); err != nil {
		return fmt.Errorf("cannot use %q as the data folder: %w", args[0], err)
	}
	// From inside the folder its name need not be written into a SQLite URI, where a "?" or a "#" in it would cut it short.
	if err := os.Chdir(args[0]); err != nil {
		return fmt.Errorf("cannot use %q as the data folder: %w", args[0], err)
	}
	database, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
		Handler:   "sqlite",
		SQLiteURL: "file:./?_txlock=immediate&_pragma=synchronous(normal)",
	})
	if err != nil {
		return fmt.Errorf("cannot serve %q: %w", args[0], err)
	}
	running, end := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- database.Run(running) }()
	fmt.Printf("mongodb://%s/\n", listener.Addr())
	relay(stopped, listener, database.MongoDBURI())
	end()
	return <-ended
}
