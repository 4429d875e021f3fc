/**
 * The pages of those who run the county, and of those who audit it; and the big screen: {@link linli.web.county.CountyPages} is the
 * door. They name communities and staff in office, and volunteers by their numbers alone: names stay at the node of their community.
 */
@org.jspecify.annotations.NullMarked
package linli.web.county;
