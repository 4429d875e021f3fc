// Command log holds the static export of a log against code that is not Linli's: golang.org/x/mod/sumdb/note and
// golang.org/x/mod/sumdb/tlog, which the Go toolchain trusts for its own checksum database.
package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// evidence is what the log's owner hands out beside the two exports.
type evidence struct {
	log      note.Verifier
	cosigner *cosigner // nil where nobody cosigned
	older    *export
	newer    *export
	entries  []int64 // the indices to prove one by one
	folder   string  // proofs that Linli wrote; empty where there are none
}

// signers are all who must have signed what Linli hands out of the newer log.
func (given *evidence) signers() []note.Verifier {
	if given.cosigner == nil {
		return []note.Verifier{given.log}
	}
	return []note.Verifier{given.log, given.cosigner}
}

func main() {
	logKey := flag.String("log", "", "verifier key of the log")
	cosignerKey := flag.String("cosigner", "", "verifier key of whoever cosigned the newer checkpoint")
	older := flag.String("older", "", "folder of an export")
	newer := flag.String("newer", "", "folder of a later export of the same log")
	entries := flag.String("entries", "", "indices of entries to prove, with commas between")
	proofs := flag.String("proofs", "", "folder of proofs that Linli wrote")
	flag.Parse()

	given, err := gather(*logKey, *cosignerKey, *entries)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	given.older, given.newer, given.folder = &export{folder: *older}, &export{folder: *newer}, *proofs

	findings := &report{}
	// Without two checkpoints that hold there is nothing to hold the rest against.
	if checkCheckpoints(findings, given) {
		checkCosignature(findings, given)
		checkConsistency(findings, given)
		if checkTiles(findings, given) {
			checkInclusion(findings, given)
		}
	}
	if findings.failed {
		os.Exit(1)
	}
}

func gather(logKey, cosignerKey, entries string) (*evidence, error) {
	given := &evidence{}
	var err error
	if given.log, err = note.NewVerifier(logKey); err != nil {
		return nil, fmt.Errorf("the log's key: %w", err)
	}
	if cosignerKey != "" {
		if given.cosigner, err = newCosigner(cosignerKey); err != nil {
			return nil, fmt.Errorf("the cosigner's key: %w", err)
		}
	}
	for _, text := range strings.Split(entries, ",") {
		index, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("the entries to prove: %w", err)
		}
		given.entries = append(given.entries, index)
	}
	return given, nil
}
