package linli.audit;

/**
 * Points from one branch to another, as far as the logs here go. What was sent, and received ahead of what is here of the
 * sender's log, is what was received and what is in transit.
 *
 * @param from number of the branch that sent them
 * @param to number of the branch that they are addressed to
 * @param sent by the sender's journal
 * @param received by the receiver's journal
 * @param inTransit sent and not received
 * @param ahead received, though the sender's journal here does not send them: it ends before, or a finding says why
 */
public record TransferSum(int from, int to, long sent, long received, long inTransit, long ahead) {}
