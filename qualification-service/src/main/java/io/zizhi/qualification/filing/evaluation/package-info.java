/** Evaluates working copies: gathers facts from other services and checks every rule, without changing anything. */
@NullMarked
package io.zizhi.qualification.filing.evaluation;

import org.jspecify.annotations.NullMarked;
