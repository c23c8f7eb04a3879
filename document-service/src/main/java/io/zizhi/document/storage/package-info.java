/**
 * Storage of documents: the row, the encrypted object, and the sweep that compares the two.
 *
 * <pre>
 * PENDING_SCAN ──scanned, clean──▶ AVAILABLE
 *      │                              │
 *      └────────found infected────────┴──▶ QUARANTINED
 * </pre>
 *
 * No scanner is connected yet, so documents stay PENDING_SCAN. Nothing here treats an unscanned document as clean.
 */
@NullMarked
package io.zizhi.document.storage;

import org.jspecify.annotations.NullMarked;
