/**
 * Views of documents, for their owner, for reviewers and for the filing system. A reviewer needs a live claim on a review
 * of the document, and a reason; the filing system a live claim on a carrier filing of the document. The order is fixed: authorisation, memory, commit of the audit row, bytes. While review-service is
 * unavailable, only the owner can view a document.
 */
@NullMarked
package io.zizhi.document.viewing;

import org.jspecify.annotations.NullMarked;
