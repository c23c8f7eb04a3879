/**
 * The facts that rules use besides the form: the account, its other qualifications, and the answers of other services
 * and of the company register. They are collected before the rules run, so that rules perform no I/O.
 */
@NullMarked
package io.zizhi.qualification.precheck.facts;

import org.jspecify.annotations.NullMarked;
