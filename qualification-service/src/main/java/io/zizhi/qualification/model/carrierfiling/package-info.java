/**
 * Carrier filings (运营商报备): a bound signature is filed with each mobile carrier, with the revision in force and the letter.
 *
 * <pre>
 * PENDING → FILED → ACCEPTED
 *    │        │  └→ REJECTED │
 *    └────────┴──→ CANCELLED ┘
 * </pre>
 *
 * An accepted filing is cancelled, too, when its signature is released or moved, when a newer revision replaces it, when
 * the qualification is revoked, or when its evidence or the letter in use expires. {@link io.zizhi.qualification.signing.carrierfiling} contains the
 * interfaces for the filing system and for readers.
 */
@NullMarked
package io.zizhi.qualification.model.carrierfiling;

import org.jspecify.annotations.NullMarked;
