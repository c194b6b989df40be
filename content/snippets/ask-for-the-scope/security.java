@Configuration
class Security {
    // Spring calls the scope of a token SCOPE_ and its name.
    // Its refusal is a 403 with error="insufficient_scope".
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
