/**
 * What a submitted revision relies on must stay: qualification-service asks whether documents can be used and pins
 * them for a revision; a pinned document is not deleted, neither by its owner nor by anybody else. A pin is a lease first,
 * because a submission may fail between its pins and its event. The picture of an authorization letter is pinned in the same
 * way under the number of the letter, by its own submission or by that of the qualification that carries it.
 *
 * <pre>
 * reserved ──QualificationSubmitted──▶ confirmed ──QualificationDeleted──▶ gone
 *    │   ▲                                 ▲
 *    │   └──pinned again──┐                │
 *    └────10 minutes────▶ lapsed ──────────┘ QualificationSubmitted
 *                           └──its document is deleted──▶ gone
 * </pre>
 */
@NullMarked
package io.zizhi.document.pinning;

import org.jspecify.annotations.NullMarked;
