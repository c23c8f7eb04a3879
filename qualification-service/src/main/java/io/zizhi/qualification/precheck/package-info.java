/**
 * The pre-check: says of a form, before anybody waits for a reviewer, what is wrong with it. Every check is one
 * {@link io.zizhi.qualification.precheck.Rule}, found by being a bean: adding a rule is adding one class. A rule looks
 * at the form and at {@link io.zizhi.qualification.precheck.Facts} gathered beforehand, and asks nobody.
 */
@NullMarked
package io.zizhi.qualification.precheck;

import org.jspecify.annotations.NullMarked;
