/**
 * Storage of documents: the row, the encrypted object, and the sweep that compares the two.
 *
 * <pre>
 * PENDING_SCAN ──scanned, clean──▶ AVAILABLE
 *      └───────────threat found──▶ QUARANTINED
 * </pre>
 *
 * Nothing here treats an unscanned document as clean.
 */
@NullMarked
package io.zizhi.document.storage;

import org.jspecify.annotations.NullMarked;
