/**
 * The internal API for review-service: submitted forms, differences between submissions, related qualifications, and
 * unmasked values.
 */
@NullMarked
package io.zizhi.qualification.reviewapi;

import org.jspecify.annotations.NullMarked;
