/**
 * Views of documents, for their owner, for reviewers and for the filing system. A reviewer needs a live claim on a review
 * of the document, and a reason. The filing system needs a live claim on a carrier filing that names the document. The
 * order is fixed: authorisation, memory, commit of the audit row, bytes. Reviewers see nothing while review-service is
 * unavailable. The filing system gets nothing while qualification-service is unavailable.
 */
@NullMarked
package io.zizhi.document.viewing;

import org.jspecify.annotations.NullMarked;
