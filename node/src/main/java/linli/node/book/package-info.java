/** Reading the books and writing them up: log, reports, audit, tables in and out, and why a balance is what it is. */
@org.jspecify.annotations.NullMarked
package linli.node.book;
