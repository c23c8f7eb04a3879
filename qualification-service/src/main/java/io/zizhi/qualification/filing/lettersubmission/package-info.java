/**
 * Submits and withdraws authorization letters that are reviewed alone. A letter that is reviewed with a qualification
 * is submitted and withdrawn with it, by {@link io.zizhi.qualification.filing.submission}.
 */
@NullMarked
package io.zizhi.qualification.filing.lettersubmission;

import org.jspecify.annotations.NullMarked;
