/**
 * Checks that rules for forms and rules for authorization letters share, with their codes. Each takes the value to
 * check and the pointer of its field.
 */
@NullMarked
package io.zizhi.qualification.precheck.check;

import org.jspecify.annotations.NullMarked;
