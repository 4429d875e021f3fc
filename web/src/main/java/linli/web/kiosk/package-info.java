/**
 * The pages of whoever stands before a paired device: {@link linli.web.kiosk.KioskPages} is the door. A card, or the number on it,
 * checks in and out; for everything else a volunteer gives their PIN. What somebody has chosen stands in the page's own address, so
 * that it outlives a restart of the node, and nobody's name, number or secret is ever there.
 */
@org.jspecify.annotations.NullMarked
package linli.web.kiosk;
