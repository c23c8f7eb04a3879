/**
 * Shows single fields of a submission in plain text, to review-service for a reviewer who holds a live claim. Records which
 * fields, of which submission and for whom; review-service records who looked and why, before it asks.
 */
@NullMarked
package io.zizhi.qualification.reviewapi.unmasking;

import org.jspecify.annotations.NullMarked;
