// Command compose-check reads a compose file with compose's own loader, with the variables of the environment, and prints the names of its services,
// one a line. A file that is not valid is the loader's message on standard error and exit code 1.
//
//	compose-check FILE
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	if err := check(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "compose-check:", err)
		os.Exit(1)
	}
}

func check(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("received %d arguments; it takes one: the compose file", len(args))
	}
	options, err := cli.NewProjectOptions(args, cli.WithOsEnv, cli.WithName("check"))
	if err != nil {
		return err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return err
	}
	for _, name := range project.ServiceNames() {
		fmt.Println(name)
	}
	return nil
}
