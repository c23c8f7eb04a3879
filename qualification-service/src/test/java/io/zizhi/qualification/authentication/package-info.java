@NullMarked
package io.zizhi.qualification.authentication;

import org.jspecify.annotations.NullMarked;
