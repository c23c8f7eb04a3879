@NullMarked
package io.zizhi.qualification.letterevaluation;

import org.jspecify.annotations.NullMarked;
