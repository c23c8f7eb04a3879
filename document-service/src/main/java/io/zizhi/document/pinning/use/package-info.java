/**
 * The state of each use of documents: a submitted revision of a qualification or of an authorization letter. The events
 * of qualification-service change it, and the retention of the documents depends on it.
 *
 * <pre>
 * IN_REVIEW ──approved──▶ IN_FORCE ──a later revision is approved──▶ SUPERSEDED
 *    │                       ├──evidence expires──▶ EXPIRED ──▶ SUPERSEDED, ENDED
 *    │                       └──deleted──▶ ENDED
 *    └──▶ REJECTED, SUPPLEMENT_REQUIRED, WITHDRAWN ──deleted──▶ no use
 * </pre>
 *
 * A use ends when its retention is over.
 */
@NullMarked
package io.zizhi.document.pinning.use;

import org.jspecify.annotations.NullMarked;
