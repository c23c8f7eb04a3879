/**
 * What happens to a qualification or a letter without its applicant: the desk decides on it, or its time ends.
 */
@NullMarked
package io.zizhi.qualification.outcome;

import org.jspecify.annotations.NullMarked;
