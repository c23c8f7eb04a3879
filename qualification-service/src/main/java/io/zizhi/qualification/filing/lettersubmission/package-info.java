/**
 * An authorization letter goes to the review desk alone and comes back: submission, withdrawal. One that travels with a
 * qualification is handed in and taken back with it, by {@link io.zizhi.qualification.filing.submission}.
 */
@NullMarked
package io.zizhi.qualification.filing.lettersubmission;

import org.jspecify.annotations.NullMarked;
