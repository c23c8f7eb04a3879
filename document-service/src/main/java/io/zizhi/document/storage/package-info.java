/**
 * What a document is and where its bytes lie: the row, the encrypted object, and the sweep that compares the two.
 *
 * <pre>
 * PENDING_SCAN ──scanned, clean──▶ AVAILABLE
 *      │                              │
 *      └────────found infected────────┴──▶ QUARANTINED
 * </pre>
 *
 * No scanner is connected yet, and without one a document stays PENDING_SCAN: nothing here ever calls an unscanned
 * document clean.
 */
@NullMarked
package io.zizhi.document.storage;

import org.jspecify.annotations.NullMarked;
