/** What runs the office itself: who is in it, its devices, what is brought in from before, and what is carried to the county. */
@org.jspecify.annotations.NullMarked
package linli.web.desk.office;
