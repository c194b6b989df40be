@Configuration
class Security {
    // Spring Security puts SCOPE_ before the name of a scope.
    // Without it: 403 with error="insufficient_scope".
    @Bean
    SecurityFilterChain drafts(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(all -> all
                .requestMatchers(HttpMethod.DELETE, "/drafts/**")
                    .hasAuthority("SCOPE_drafts:delete")
                .anyRequest().authenticated())
            .oauth2ResourceServer(server -> server.jwt(withDefaults()))
            .build();
    }
}
