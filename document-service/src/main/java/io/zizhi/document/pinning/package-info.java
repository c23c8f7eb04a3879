/**
 * Pins protect the documents of submitted revisions: nobody can delete a pinned document. qualification-service checks
 * documents and pins them for a revision. A pin is reserved at first, because a submission may fail between its pins and
 * its event. The event of an import confirms pins like that of a submission. The picture of an authorization letter is
 * pinned under the number of the letter, by its own submission or by that of the qualification that carries it.
 *
 * <pre>
 * reserved ──QualificationSubmitted──▶ confirmed ──QualificationDeleted──▶ gone
 *    │   ▲                                 ▲
 *    │   └──pinned again──┐                │
 *    └────10 minutes────▶ lapsed ──────────┘ QualificationSubmitted
 *                           └──qualification-service says that the submission failed──▶ gone
 * </pre>
 *
 * A lapsed pin still protects its document.
 *
 * @see io.zizhi.platform.operations.reservation
 */
@NullMarked
package io.zizhi.document.pinning;

import org.jspecify.annotations.NullMarked;
