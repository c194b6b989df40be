@Configuration
class Security {
    // cors() puts its filter before authentication. It uses the bean
    // with the name corsConfigurationSource.
    @Bean
    SecurityFilterChain shelf(HttpSecurity http) throws Exception {
        return http.cors(withDefaults())
            .authorizeHttpRequests(all -> all.anyRequest().authenticated())
            .httpBasic(withDefaults())
            .build();
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        var shop = new CorsConfiguration();
        shop.setAllowedOrigins(List.of("https://shop.example"));
        shop.setAllowedMethods(List.of("GET", "HEAD", "PUT"));
        shop.setAllowedHeaders(List.of("Authorization"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", shop);
        return source;
    }
}
