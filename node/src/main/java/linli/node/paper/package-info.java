/** What is handed out and shown elsewhere: certificates, receipts, and whether they are true. */
@org.jspecify.annotations.NullMarked
package linli.node.paper;
