/**
 * Who has seen which document. A view is recorded before its bytes are sent: in the audit log, and in a table that can be
 * searched by work order, document, person and period, and by the mark of a watermark. Auditors see everything; the owner
 * of a document sees when staff viewed it, in which role and why, but not who.
 */
@NullMarked
package io.zizhi.document.viewing.record;

import org.jspecify.annotations.NullMarked;
