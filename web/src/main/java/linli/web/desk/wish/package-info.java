/** The wall of wishes as the desk sees it, with orders, repairs, calls for help and suggestions; and the teams that do them. */
@org.jspecify.annotations.NullMarked
package linli.web.desk.wish;
