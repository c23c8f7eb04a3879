/**
 * Views of documents, for their owner and for reviewers with a live claim on a review of the document and a reason. The
 * order is fixed: authorisation, memory, commit of the audit row, bytes. Only the owner can view a document while
 * review-service is unavailable.
 */
@NullMarked
package io.zizhi.document.viewing;

import org.jspecify.annotations.NullMarked;
