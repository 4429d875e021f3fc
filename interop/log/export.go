package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	dataLevel  = -1 // tlog's level for tiles of entries
)

// export is a log as a folder of static files (c2sp.org/tlog-tiles), read as tlog reads the tiles of Go's checksum database.
type export struct {
	folder     string
	checkpoint []byte
	tree       tlog.Tree // what the checkpoint says, once it was verified
	entries    [][]byte  // what the bundles hold, once they were read
	spoilt     string    // path of a tile that is read with one bit flipped
}

// open reads and verifies the checkpoint.
func (e *export) open(log note.Verifier) (err error) {
	if e.checkpoint, err = os.ReadFile(filepath.Join(e.folder, "checkpoint")); err == nil {
		e.tree, err = openCheckpoint(e.checkpoint, log)
	}
	return err
}

// hashes reads the hashes of the tree from tiles, each proven to be in the tree by tlog.
func (e *export) hashes() tlog.HashReader {
	return tlog.TileHashReader(e.tree, e)
}

// spoil is the same export with one bit flipped in a tile.
func (e *export) spoil(t tlog.Tile) *export {
	return &export{folder: e.folder, tree: e.tree, spoilt: path(t)}
}

// tileAt is the tile with this number, as wide as the tree makes it.
func (e *export) tileAt(level int, number int64) tlog.Tile {
	shift := uint(0)
	if level > 0 {
		shift = uint(tileHeight * level)
	}
	width := e.tree.N>>shift - number*tileWidth
	if width > tileWidth {
		width = tileWidth
	}
	return tlog.Tile{H: tileHeight, L: level, N: number, W: int(width)}
}

// level lists all tiles of a level; there are none where the tree does not reach it.
func (e *export) level(level int) []tlog.Tile {
	var tiles []tlog.Tile
	for number := int64(0); ; number++ {
		t := e.tileAt(level, number)
		if t.W <= 0 {
			return tiles
		}
		tiles = append(tiles, t)
	}
}

// path is where tlog-tiles has a tile: tlog's own path names the height as well, and calls entries data.
func path(t tlog.Tile) string {
	rest := strings.TrimPrefix(t.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	if t.L == dataLevel {
		rest = "entries/" + strings.TrimPrefix(rest, "data/")
	}
	return "tile/" + rest
}

func (e *export) read(t tlog.Tile) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(e.folder, filepath.FromSlash(path(t))))
	if err == nil && path(t) == e.spoilt {
		data[len(data)/2] ^= 1
	}
	return data, err
}

// Height, ReadTiles and SaveTiles make the export a tlog.TileReader.
func (e *export) Height() int { return tileHeight }

func (e *export) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, t := range tiles {
		var err error
		if data[i], err = e.read(t); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func (e *export) SaveTiles([]tlog.Tile, [][]byte) {}

// readEntries reads all entries of the tree, in order.
func (e *export) readEntries() error {
	e.entries = nil
	for _, t := range e.level(dataLevel) {
		bundle, err := e.read(t)
		if err != nil {
			return err
		}
		entries, err := unbundle(bundle)
		if err != nil {
			return fmt.Errorf("%s: %w", path(t), err)
		}
		if len(entries) != t.W {
			return fmt.Errorf("%s holds %d entries, not %d", path(t), len(entries), t.W)
		}
		e.entries = append(e.entries, entries...)
	}
	return nil
}

// unbundle takes a bundle apart: each entry stands behind its length in two bytes.
func unbundle(bundle []byte) ([][]byte, error) {
	var entries [][]byte
	for reader := bytes.NewBuffer(bundle); reader.Len() > 0; {
		head := reader.Next(2)
		if len(head) < 2 || reader.Len() < int(binary.BigEndian.Uint16(head)) {
			return entries, errors.New("it ends within an entry")
		}
		entries = append(entries, reader.Next(int(binary.BigEndian.Uint16(head))))
	}
	return entries, nil
}
