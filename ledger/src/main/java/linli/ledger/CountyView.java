package linli.ledger;

import linli.log.Hash;

/**
 * What a branch had seen of the county when it wrote: its entries are judged by the policies and enrolments of that much of the
 * county's log, and by no more, whatever a reader knows. So all readers judge alike.
 *
 * @param branch whose view
 * @param size entries of the county's log
 * @param root its root, as the branch saw it
 * @param timeSeconds of the county's cosignature: what the branch wrote afterwards is younger
 * @param policy version in force for the branch
 */
public record CountyView(int branch, long size, Hash root, long timeSeconds, int policy) {}
