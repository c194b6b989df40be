@Configuration
class Security {
    // Without httpBasic, or another way in, the answer to
    // a stranger is 403 and holds no challenge.
    @Bean
    SecurityFilterChain drafts(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(all -> all.anyRequest().authenticated())
            .httpBasic(basic -> basic.realmName("drafts"))
            .build();
    }
}
